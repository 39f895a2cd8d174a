/**
 * The covariances of the groups' effects, written so that any real numbers give a possible covariance: Ψ = L·L' for a
 * lower triangle L, relative to the residual variance (Bates et al. 2015, JSS 67(1), section 2.2).
 */
import type { Psi } from './blocks.ts';

/** Which elements of a level's L are free: 11, 21, 22. */
export type Shape = readonly [boolean, boolean, boolean];

export const shapes = {
  one: [true, false, false],
  uncorrelated: [true, false, true],
  correlated: [true, true, true],
  /** Correlation 1 or −1: the two effects move as one. */
  together: [true, true, false],
  slopeOnly: [false, false, true],
  none: [false, false, false],
} as const satisfies Record<string, Shape>;

/** Parameters are the free elements of L, level by level. */
export function countOf(layout: readonly Shape[]): number {
  return layout.flat().filter(Boolean).length;
}

export function psiOf(layout: readonly Shape[], theta: ArrayLike<number>): readonly Psi[] {
  return trianglesOf(layout, theta).map(([a, b, c]) => [a * a, a * b, b * b + c * c]);
}

/** Per level L's elements 11, 21, 22. */
export function trianglesOf(layout: readonly Shape[], theta: ArrayLike<number>): readonly Psi[] {
  let next = 0;
  return layout.map(([a, b, c]) => [a ? theta[next++] : 0, b ? theta[next++] : 0, c ? theta[next++] : 0]);
}

/**
 * Per parameter its level and how Ψ's elements 11, 12 and 22 change with it.
 */
export function slopesOf(
  layout: readonly Shape[],
  theta: ArrayLike<number>,
): readonly { readonly level: number; readonly weights: Psi }[] {
  return trianglesOf(layout, theta).flatMap(([a, b, c], level) => {
    const all: readonly Psi[] = [
      [2 * a, b, 0],
      [0, a, 2 * b],
      [0, 0, 2 * c],
    ];
    return all.filter((_, element) => layout[level][element]).map((weights) => ({ level, weights }));
  });
}

/** Σ of a level's three derivatives, weighted. */
export function weigh(weights: Psi, of: (element: number) => number): number {
  let total = 0;
  for (let element = 0; element < 3; element++) {
    if (weights[element] !== 0) total += weights[element] * of(element);
  }
  return total;
}
