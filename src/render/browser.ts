import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const settings = ['GAN_FIGURES_BROWSER', 'CHROME_PATH'] as const;

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

type Environment = Record<string, string | undefined>;

/** Where installers put the browsers when they are not on PATH. */
const places: Partial<Record<NodeJS.Platform, (env: Environment) => string[]>> = {
  linux: () => ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'],
  darwin: () => [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: (env) =>
    [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Chromium/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
};

/**
 * A Chromium, Chrome or Edge of this machine: the one that GAN_FIGURES_BROWSER or CHROME_PATH names, else the first on PATH, else
 * the first in the usual places.
 *
 * @returns its path, or why there is none
 */
export function findBrowser(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): { path: string } | { reason: string } {
  const setting = settings.find((name) => env[name]);
  if (setting) {
    const path = env[setting]!;
    return isProgram(path) ? { path } : { reason: `${setting} names ${path}, which is not a program` };
  }
  const suffix = platform === 'win32' ? '.exe' : '';
  const onPath = (env.PATH ?? env.Path ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => commands.map((command) => join(folder, command + suffix)));
  const path = [...onPath, ...(places[platform]?.(env) ?? [])].find(isProgram);
  if (path) return { path };
  return {
    reason: 'no Chromium, Chrome or Edge on PATH or in the usual places; GAN_FIGURES_BROWSER can name one',
  };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
