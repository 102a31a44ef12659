import { sheetOfSamples } from './missing';
import type { Paper } from './paper';

const inception = 'needs the Inception network for its score, and 200,000 iterations on a GPU for each model';

/** Gulrajani et al. 2017; figures are numbered as in version 3. */
export const improvedTraining: Paper = {
  title: 'Improved Training of Wasserstein GANs',
  link: 'https://arxiv.org/abs/1704.00028',
  items: [
    {
      number: 'Proposition 1, Corollary 1',
      shows: 'the optimal critic has gradient norm 1 along coupled pairs',
      notebook: '03-optimal-transport',
    },
    {
      number: 'Figure 1a',
      shows: 'value surfaces of critics on three toy sets',
      notebook: '05-value-surfaces',
      note: 'width 32; beside them the exact potential',
    },
    {
      number: 'Figure 1b',
      shows: 'gradient norms by layer, weight histograms',
      notebook: '06-gradient-norms',
      note: 'width 32, the clip scaled with it',
    },
    {
      number: 'Tables 1, 2 and 5, Figure 2',
      shows: 'random and chosen architectures that train or fail',
      notebook: '09-architectures',
      note: 'the printed counts, checked; beside them perceptrons in games of 100 steps on 8 Gaussians, W₁ for the inception score',
    },
    { number: 'Figure 3, Table 3', shows: 'inception scores on CIFAR-10', missing: inception },
    { number: 'Figure 4', shows: 'samples of LSUN bedrooms at 128 × 128', missing: sheetOfSamples },
    {
      number: 'Table 4, section 5.5',
      shows: 'a character-level language model; why a softmax may be handed to the critic',
      notebook: '11-discrete-data',
      note: 'strings of four letters, perceptrons',
    },
    {
      number: 'Figure 5',
      shows: 'the critic’s loss on training and validation sets',
      notebook: '10-overfitting',
      note: '50 digits and perceptrons; 5a on digits too, with exact distances',
    },
    {
      number: 'Figure 6, Appendices G and H',
      shows: 'samples of CIFAR-10 and LSUN',
      missing: sheetOfSamples,
    },
    {
      number: 'Appendix C',
      shows: 'the one-sided penalty',
      notebook: '09-architectures',
      note: 'the printed counts and a binomial test; no training',
    },
  ],
};
