import type { Distribution } from '../distributions/distribution';
import { empirical } from '../distributions/empirical';
import type { ImageSet } from './imageSet';

/** The uniform distribution on the images of a set (draws with replacement): points of rows * columns * channels pixels. */
export function imageDistribution(set: ImageSet): Distribution {
  return { ...empirical(set.images, set.images.length / set.count), name: set.source };
}
