import { sheetOfSamples } from './missing';
import type { Paper } from './paper';

/** Arjovsky, Chintala, Bottou 2017. */
export const wassersteinGan: Paper = {
  title: 'Wasserstein GAN',
  link: 'https://arxiv.org/abs/1701.07875',
  items: [
    {
      number: 'Example 1, Figure 1',
      shows: 'EM and JS between parallel lines',
      notebook: '01-parallel-lines',
    },
    {
      number: 'Theorem 1, Corollary 1',
      shows: 'W is continuous and almost everywhere differentiable in θ, JS is not',
      notebook: '04-topologies',
    },
    { number: 'Theorem 2', shows: 'which convergence implies which', notebook: '04-topologies' },
    { number: 'Theorem 3', shows: 'the gradient of W through the optimal critic', notebook: '04-topologies' },
    {
      number: 'Figure 2',
      shows: 'optimal discriminator and critic between two Gaussians',
      notebook: '02-critic-and-discriminator',
    },
    {
      number: 'Section 3, negative result',
      shows: 'the cosine between an optimiser’s step and the gradient',
      notebook: '08-momentum',
      note: '8 Gaussians',
    },
    {
      number: 'Figures 3, 4, 8',
      shows: 'WGAN and JS estimates along the training',
      notebook: '07-meaningful-loss',
      note: '8 Gaussians stand in for LSUN',
    },
    {
      number: 'Figures 5, 6, 7',
      shows: 'samples of a DCGAN, a constrained DCGAN and a multilayer perceptron',
      notebook: '09-architectures',
      note: 'perceptrons on 8 Gaussians, modes reached; samples of LSUN are not made',
    },
    { number: 'Appendix F', shows: 'samples', missing: sheetOfSamples },
  ],
};
