/**
 * Chances and quantiles of the distributions that the analyses need. Every tail is computed as itself, never as one
 * minus the other tail, so that a p-value of 1e-300 has its digits too. The special functions (incomplete beta and
 * gamma, erfc, log-gamma) are stdlib's; nothing else of this package imports them.
 *
 * All throw a RangeError when an argument is not a number or a number of degrees of freedom is not above zero.
 */
export {
  chiSquareQuantile,
  chiSquareTail,
  fQuantile,
  fTail,
  logGamma,
  normalQuantile,
  normalTail,
  tQuantile,
  tTail,
  tTwoSided,
} from './distributions/central.ts';
export { noncentralityInterval, noncentralTTail } from './distributions/noncentral-t.ts';
export { studentizedRangeQuantile, studentizedRangeTail } from './distributions/studentized-range.ts';
