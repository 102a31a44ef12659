// Imported for its effect: from then on every claim shows itself under its cell.
import { showClaims } from './claimRow';

showClaims();
