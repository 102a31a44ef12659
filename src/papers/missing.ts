/** Why a sheet of samples is not reproduced. */
export const sheetOfSamples = 'a sheet of samples: no number in it to check, and days of training on a GPU';
