import { generalizationAndEquilibrium } from './generalizationAndEquilibrium';
import { improvedTraining } from './improvedTraining';
import { lipschitzGans } from './lipschitzGans';
import type { Paper } from './paper';
import { wassersteinGan } from './wassersteinGan';

/** The papers that the notebooks reproduce, in the order of the notebooks. */
export const papers: readonly Paper[] = [
  wassersteinGan,
  improvedTraining,
  lipschitzGans,
  generalizationAndEquilibrium,
];
