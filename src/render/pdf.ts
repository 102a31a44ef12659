import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Size } from './size';

/** One page to print: a file from {@link renderHtml} with its plotly.js beside it, and where the PDF goes. */
export interface PdfJob {
  html: string;
  pdf: string;
  size: Size;
}

/**
 * Prints pages with live plots as vector PDFs of exactly the figures' sizes, one after the other in one headless browser.
 *
 * @param browserPath from {@link findBrowser}
 * @param options how many seconds a page may take to draw its plot, default 30
 * @throws Error naming the page whose plot is not drawn in time, or the browser that does not start
 */
export async function renderPdfs(
  jobs: readonly PdfJob[],
  browserPath: string,
  { seconds = 30 }: { seconds?: number } = {},
): Promise<void> {
  const browser = await chromium.launch({ executablePath: browserPath }).catch((error: Error) => {
    throw new Error(`${browserPath} does not start: ${error.message.split('\n')[0]}`);
  });
  try {
    const context = await browser.newContext({ offline: true });
    for (const { html, pdf, size } of jobs) {
      const page = await context.newPage();
      await page.setViewportSize({ width: Math.ceil(size.width), height: Math.ceil(size.height) });
      await page.goto(pathToFileURL(resolve(html)).href);
      await page.waitForSelector('[data-drawn]', { timeout: 1000 * seconds }).catch(() => {
        throw new Error(
          `${html}: the plot was not drawn within ${seconds} seconds; is plotly.js where the page looks for it?`,
        );
      });
      const [width, height] = [`${size.width}px`, `${size.height}px`];
      await page.pdf({ path: pdf, width, height, printBackground: true, pageRanges: '1' });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}
