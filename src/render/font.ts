import { GlobalFonts } from '@napi-rs/canvas';

/** Family name of the font that every picture is set in; it comes with the package, not with the machine. */
export const bundledFamily = 'DejaVu Sans';

/** The font's files. Labels are regular; bold is there for `<b>`. */
export const fontFiles = {
  regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
} as const;

/**
 * The family under which text is measured. It is not the font's own name, so that a copy (perhaps another version)
 * installed on the machine is never picked instead.
 */
export const measuringFamily = 'gan-figures measuring font';

let registered = false;

/** Makes the font known to the canvas that measures text. */
export function registerFont(): void {
  if (registered) return;
  for (const file of Object.values(fontFiles))
    if (!GlobalFonts.registerFromPath(file, measuringFamily)) throw new Error(`cannot read the font ${file}`);
  registered = true;
}
