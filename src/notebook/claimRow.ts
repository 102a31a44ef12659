import { formatClaim, formatExpected, formatNumber } from '../claims/format';
import { onClaim } from '../claims/ledger';
import type { Claim } from '../claims/types';
import { escapeHtml } from '../render/escapeHtml';
import { type MimeBundle, publisher } from './publish';

/** Bluish green and vermilion of Okabe and Ito: told apart by colour-blind readers; the mark says it too. */
const colours = { holds: '#009e73', fails: '#d55e00' };

/** A claim as a row under its cell: tick or cross, statement, measured and expected. */
export function claimRow(claim: Claim): MimeBundle {
  const unit = claim.unit ? ` ${claim.unit}` : '';
  const colour = claim.holds ? colours.holds : colours.fails;
  const numbers = `measured ${formatNumber(claim.measured)}${unit}, expected ${formatExpected(claim)}${unit}`;
  return {
    'text/plain': formatClaim(claim),
    'text/html':
      `<div style="border-left: 4px solid ${colour}; padding-left: 8px">` +
      `<b style="color: ${colour}">${claim.holds ? '✓' : '✗'} ${escapeHtml(claim.id)}</b> ` +
      `${escapeHtml(claim.statement)}<br><small>${escapeHtml(`${numbers} (${claim.source})`)}</small></div>`,
  };
}

/**
 * Shows every claim from now on under the cell that makes it, once however often this is called; outside kernel and
 * runner nothing is shown.
 *
 * @returns a function that stops it
 */
export function showClaims(): () => void {
  return onClaim(publishRow);
}

function publishRow(claim: Claim): void {
  publisher()?.(claimRow(claim));
}
