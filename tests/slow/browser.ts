import { pathToFileURL } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findBrowser } from '../../src/render/browser';

export const browserFound = findBrowser();

/** For the titles of tests that are skipped without a browser. */
export const withoutBrowser = 'reason' in browserFound ? ` (skipped: ${browserFound.reason})` : '';

/**
 * Pictures that differ by less look alike. Measured: 0.001 to 0.005 between a static picture and the live plot (letters and edges
 * are smoothed differently), 0.011 where a legend of three rows moves the plot by a pixel, 0.039 and more between different figures.
 */
export const alike = 0.012;

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: (browserFound as { path: string }).path });
}

/** Opens a file without network; `complaints` collects the page's errors and whatever it asks a host for. */
export async function openOffline(
  browser: Browser,
  file: string,
  { width = 1000, ...settings }: { javaScriptEnabled?: boolean; width?: number } = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ offline: true, viewport: { width, height: 900 }, ...settings });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(error.message));
  page.on(
    'request',
    (request) => void (/^(file|data|blob):/.test(request.url()) || complaints.push(request.url())),
  );
  await page.goto(pathToFileURL(file).href);
  return { page, complaints };
}

/** Mean difference of two pictures' channels, from 0 (equal) to 1 (black against white). */
export async function difference(a: Buffer, b: Buffer): Promise<number> {
  const [left, right] = await Promise.all([a, b].map((png) => loadImage(png)));
  expect([left.width, left.height]).toEqual([right.width, right.height]);
  const [p, q] = [left, right].map((image) => {
    const context = createCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  });
  return p.reduce((sum, channel, i) => sum + Math.abs(channel - q[i]), 0) / p.length / 255;
}
