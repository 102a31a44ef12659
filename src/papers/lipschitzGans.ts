import { sheetOfSamples } from './missing';
import type { Paper } from './paper';

const inception =
  'needs the Inception network for its scores, and hundreds of thousands of iterations on a GPU';

/** Zhou et al., ICML 2019. */
export const lipschitzGans: Paper = {
  title: 'Lipschitz Generative Adversarial Nets',
  link: 'https://arxiv.org/abs/1902.05687',
  items: [
    {
      number: 'Table 1',
      shows: 'what the optimal critics of GANs are, and whether their gradients say anything',
      notebook: '12-uninformative-gradients',
    },
    {
      number: 'Figure 1',
      shows: 'gradients of an unbounded LSGAN critic are noise',
      notebook: '12-uninformative-gradients',
      note: 'the published 64 layers, in 50 updates',
    },
    {
      number: 'Section 2, counter-examples',
      shows: 'Fisher GAN and the compact dual of W: a distance, and no gradient from it',
      notebook: '16-counter-examples',
    },
    {
      number: 'Figure 2',
      shows: 'gradients of Lipschitz GANs lead to real samples, for four objectives',
      notebook: '13-informative-gradients',
      note: 'width 32; beside them the exact optima',
    },
    {
      number: 'Figure 3',
      shows: 'gradients of noise images lead to real images',
      notebook: '14-image-gradients',
      note: 'procedural images stand in for CIFAR-10, unless it is there and asked for',
    },
    {
      number: 'Theorems on existence, uniqueness, the bounding relationship, the equilibrium',
      shows: 'who is tied to whom, one optimum or many, k → 0 as the laws meet',
      notebook: '15-uniqueness',
      note: 'exact optima on finite supports',
    },
    {
      number: 'Figure 4',
      shows: 'the critic’s values along the training: the WGAN’s level drifts',
      notebook: '15-uniqueness',
      note: '8 Gaussians stand in for CIFAR-10',
    },
    { number: 'Figure 5, Table 2', shows: 'FID and inception scores of six objectives', missing: inception },
    {
      number: 'Figure 6',
      shows: 'samples',
      missing: sheetOfSamples,
    },
  ],
};
