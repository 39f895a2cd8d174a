/** @throws RangeError naming the first value that is not a number. */
export function checkNumbers(values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (Number.isNaN(value)) throw new RangeError(`${name} must be a number and is NaN`);
  }
}

/** @throws RangeError naming the first value that is not above zero. */
export function checkPositive(values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (!(value > 0)) throw new RangeError(`${name} must be above 0 and is ${value}`);
  }
}

/** @throws RangeError when p is not from 0 to 1. */
export function checkProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be from 0 to 1 and is ${p}`);
}
