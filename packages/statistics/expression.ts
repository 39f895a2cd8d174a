/** The arithmetic of a formula: as a tree, and as R prints it. */

/** Arithmetic on columns: all of the outcome, and what stands inside `I()`, `log()`, `sqrt()` and `exp()`. */
export type Expression =
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly argument: Expression }
  | { readonly kind: 'negative'; readonly of: Expression }
  | { readonly kind: 'parentheses'; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    };

export type FunctionName = 'I' | 'log' | 'sqrt' | 'exp' | 'factor';
export type Operator = '+' | '-' | '*' | '/' | '^';

/** The columns that an expression needs. */
export function columnNames(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'column':
      return [expression.name];
    case 'number':
      return [];
    case 'call':
      return columnNames(expression.argument);
    case 'operation':
      return [...columnNames(expression.left), ...columnNames(expression.right)];
    default:
      return columnNames(expression.of);
  }
}

/** As R prints an expression. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'column':
      return printName(expression.name);
    case 'number':
      return printNumber(expression.value);
    case 'call':
      return `${expression.name}(${printExpression(expression.argument)})`;
    case 'negative':
      return `-${printExpression(expression.of)}`;
    case 'parentheses':
      return `(${printExpression(expression.of)})`;
    default: {
      const { operator, left, right } = expression;
      const space = operator === '^' || operator === '/' ? '' : ' ';
      return `${printExpression(left)}${space}${operator}${space}${printExpression(right)}`;
    }
  }
}

const SYNTACTIC = /^(?:\p{L}|\.(?!\d))[\p{L}\p{N}._]*$/u;

/** In backquotes where R would need them. */
export const printName = (name: string): string => (SYNTACTIC.test(name) ? name : `\`${name}\``);

/** R writes a number in the shorter of its two notations: 1e+05, 12000. */
function printNumber(value: number): string {
  const fixed = String(value).includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : String(value);
  const scientific = value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  return fixed.length <= scientific.length ? fixed : scientific;
}
