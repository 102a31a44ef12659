import type { Stream } from '../../rng/stream';
import { type Colour, colour, mixed } from './colours';

const waves = 10;

/**
 * A soft background around a hue: a gradient between two colours in a random direction, clouded by a few waves whose height falls with
 * their frequency, as in photographs. Points lie in [-1, 1]^2.
 */
export function backdrop(hue: number, draw: Stream): (x: number, y: number) => Colour {
  const from = colour(hue, 0.25 + 0.5 * draw.uniform(), 0.25 + 0.6 * draw.uniform());
  const to = colour(hue + 0.12 * draw.normal(), 0.25 + 0.5 * draw.uniform(), 0.25 + 0.6 * draw.uniform());
  const angle = 2 * Math.PI * draw.uniform();
  const clouds = Array.from({ length: waves }, () => cloud(draw));
  return (x, y) => {
    const along = 0.5 + 0.4 * (x * Math.cos(angle) + y * Math.sin(angle));
    const shade = clouds.reduce((sum, wave) => sum + wave(x, y), 1);
    const plain = mixed(from, to, along);
    return [plain[0] * shade, plain[1] * shade, plain[2] * shade];
  };
}

function cloud(draw: Stream): (x: number, y: number) => number {
  const frequency = 1.5 + 9 * draw.uniform() ** 2;
  const direction = 2 * Math.PI * draw.uniform();
  const phase = 2 * Math.PI * draw.uniform();
  const [kx, ky] = [frequency * Math.cos(direction), frequency * Math.sin(direction)];
  const height = 0.14 / frequency ** 0.7;
  return (x, y) => height * Math.sin(kx * x + ky * y + phase);
}
