/**
 * The language in which a model is asked for, as R writes it: `enth ~ time * sector + board + (1 | school/teacher)`.
 * Wilkinson & Rogers 1973, Applied Statistics 22, 392–399; random terms as Bates et al. 2015, JSS 67(1), section 2.2.
 */
import {
  type Expression,
  type FunctionName,
  type Operator,
  printExpression,
  printName,
} from './expression.ts';
import { formulaError, readTokens, type Token } from './formula-tokens.ts';
import type { StatisticsError, Text } from './result.ts';

/** What counts as one variable of a term: a column or a call. */
export interface Variable {
  /** As R prints it: `time`, `I(vout + vin)`, `factor(wave)`, `` `my column` ``. */
  readonly name: string;
  readonly expression: Expression;
}

/** A main effect (one variable) or an interaction (more). */
export interface Term {
  /** As R prints it: `time:sector`. */
  readonly name: string;
  readonly variables: readonly Variable[];
}

/** `(1 + time | school)`. */
export interface RandomTerm {
  /** As lme4 prints it: `school`; for teachers from `school/teacher`, `teacher:school`. */
  readonly group: string;
  /** The columns that together name a group. */
  readonly columns: readonly string[];
  readonly intercept: boolean;
  readonly slopes: readonly Term[];
  /** False for `(time || school)`. */
  readonly correlated: boolean;
}

export interface Formula {
  readonly text: string;
  readonly outcome: Variable;
  readonly intercept: boolean;
  /** Main effects first, then by order of interaction, as R orders them. */
  readonly terms: readonly Term[];
  readonly random: readonly RandomTerm[];
}

/**
 * @throws StatisticsError `formula`: what is wrong, and at which character.
 */
export function parseFormula(text: string): Formula {
  return new Parser(text).formula();
}

/** Terms under construction; `intercept` is undefined where the text does not speak of it. */
interface Part {
  readonly terms: readonly Term[];
  readonly random: readonly RandomTerm[];
  readonly intercept: boolean | undefined;
  readonly at: number;
}

const FUNCTIONS: readonly FunctionName[] = ['I', 'log', 'sqrt', 'exp', 'factor'];

const isFunction = (name: string): name is FunctionName => FUNCTIONS.some((known) => known === name);

/** By recursive descent, one method per rule of the language. */
class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #place = 0;
  /** In order of appearance: the order of variables within a term. */
  #variables: Variable[] = [];

  constructor(text: string) {
    this.#text = text.trim();
    this.#tokens = readTokens(this.#text);
  }

  formula(): Formula {
    const expression = this.#arithmetic();
    const outcome = { name: printExpression(expression), expression };
    this.#expect('~', {
      nl: 'na de uitkomst hoort een ~, zoals in “enth ~ time + (1 | school)”',
      en: 'a ~ belongs after the outcome, as in “enth ~ time + (1 | school)”',
    });
    const part = this.#sum();
    if (this.#token.kind !== 'end') {
      throw this.#wrong({
        nl: 'hier hoort een +, *, : of het einde van de formule',
        en: 'a +, *, : or the end of the formula belongs here',
      });
    }
    return {
      text: this.#text.replace(/\s+/g, ' '),
      outcome,
      intercept: part.intercept ?? true,
      terms: inOrder(part.terms),
      random: part.random,
    };
  }

  #sum(): Part {
    const at = this.#token.at;
    let part: Part = { terms: [], random: [], intercept: undefined, at };
    let sign = this.#accept('-') ? '-' : '+';
    for (;;) {
      const next = this.#product();
      part = sign === '+' ? plus(part, next) : this.#minus(part, next);
      if (this.#accept('+')) sign = '+';
      else if (this.#accept('-')) sign = '-';
      else return part;
    }
  }

  #minus(left: Part, right: Part): Part {
    if (right.random.length > 0) {
      throw this.#wrong(
        { nl: 'een groep kan er niet af', en: 'a group cannot be taken away' },
        this.#tokenAt(right.at),
      );
    }
    const gone = new Set(right.terms.map((term) => term.name));
    return {
      ...left,
      terms: left.terms.filter((term) => !gone.has(term.name)),
      intercept: right.intercept === undefined ? left.intercept : !right.intercept,
    };
  }

  #product(): Part {
    let left = this.#interaction();
    while (this.#accept('*')) {
      const right = this.#interaction();
      left = plus(plus(left, right), this.#cross(left, right));
    }
    return left;
  }

  #interaction(): Part {
    let left = this.#power();
    while (this.#accept(':')) left = this.#cross(left, this.#power());
    return left;
  }

  #power(): Part {
    const base = this.#primary();
    if (!this.#accept('^')) return base;
    const token = this.#token;
    const power = Number(token.text);
    if (!(token.kind === 'number' && Number.isInteger(power) && power >= 1)) {
      throw this.#wrong({
        nl: 'na ^ hoort een heel getal, zoals in “(a + b + c)^2”; voor een kwadraat: I(a^2)',
        en: 'a whole number belongs after ^, as in “(a + b + c)^2”; for a square: I(a^2)',
      });
    }
    this.#place++;
    let product = base;
    for (let times = 1; times < power; times++) product = plus(product, this.#cross(product, base));
    return product;
  }

  #primary(): Part {
    const token = this.#token;
    const { at } = token;
    if (this.#accept('(')) return this.#parenthesised(at);
    if (token.kind === 'number') {
      if (token.text !== '0' && token.text !== '1') {
        throw this.#wrong({
          nl: 'van getallen kan hier alleen 1 (met snijpunt) of 0 (zonder); zet rekenwerk in I( )',
          en: 'the only numbers here are 1 (with intercept) and 0 (without); put arithmetic inside I( )',
        });
      }
      this.#place++;
      return { terms: [], random: [], intercept: token.text === '1', at };
    }
    const expression = this.#call();
    const variable = this.#register({ name: printExpression(expression), expression });
    return {
      terms: [{ name: variable.name, variables: [variable] }],
      random: [],
      intercept: undefined,
      at,
    };
  }

  /** After `(`: terms taken together, or the random terms of a group. */
  #parenthesised(at: number): Part {
    const before = [...this.#variables];
    const inner = this.#sum();
    const uncorrelated = this.#accept('||');
    if (!uncorrelated && !this.#accept('|')) {
      this.#close();
      return inner;
    }
    if (inner.random.length > 0) {
      throw this.#wrong({ nl: 'hier kan maar één |', en: 'only one | is possible here' });
    }
    const groups = this.#groups();
    this.#close();
    // As in R, what a group varies by has no say in the order of the fixed variables.
    this.#variables = before;
    const intercept = inner.intercept ?? true;
    if (!intercept && inner.terms.length === 0) {
      throw this.#wrong(
        {
          nl: 'vóór | staat niets dat tussen groepen kan verschillen; schrijf (1 | groep)',
          en: 'nothing before | can differ between groups; write (1 | group)',
        },
        this.#tokenAt(at),
      );
    }
    const random = groups.map(({ group, columns }) => ({
      group,
      columns,
      intercept,
      slopes: inOrder(inner.terms),
      correlated: !uncorrelated,
    }));
    return { terms: [], random, intercept: undefined, at };
  }

  /** `school`, `teacher:school`, or `school/teacher`, which is both. */
  #groups(): readonly Pick<RandomTerm, 'group' | 'columns'>[] {
    const groups: Pick<RandomTerm, 'group' | 'columns'>[] = [];
    do {
      const outer = groups.at(-1);
      const columns = [this.#groupName()];
      while (this.#accept(':')) columns.push(this.#groupName());
      const name = columns.map(printName).join(':');
      groups.push(
        outer
          ? { group: `${name}:${outer.group}`, columns: [...columns, ...outer.columns] }
          : { group: name, columns },
      );
    } while (this.#accept('/'));
    return groups;
  }

  #groupName(): string {
    const token = this.#token;
    if (token.kind !== 'name') {
      throw this.#wrong({
        nl: 'na | hoort de kolom van een groep, zoals school of school/teacher',
        en: 'the column of a group belongs after |, such as school or school/teacher',
      });
    }
    this.#place++;
    return token.text;
  }

  /** The terms of two parts taken together; groups and the numbers 0 and 1 have no place in it. */
  #cross(left: Part, right: Part): Part {
    for (const part of [left, right]) {
      if (part.random.length === 0 && part.intercept === undefined) continue;
      throw this.#wrong(
        {
          nl: 'een groep ( | ) en de getallen 0 en 1 kunnen alleen tussen plustekens staan, niet bij *, : of ^',
          en: 'a group ( | ) and the numbers 0 and 1 can only stand between plus signs, not with *, : or ^',
        },
        this.#tokenAt(part.at),
      );
    }
    const terms = distinct(left.terms.flatMap((a) => right.terms.map((b) => this.#join(a, b))));
    return { terms, random: [], intercept: undefined, at: left.at };
  }

  #join(a: Term, b: Term): Term {
    const names = new Set([...a.variables, ...b.variables].map((variable) => variable.name));
    const variables = this.#variables.filter((variable) => names.has(variable.name));
    return { name: variables.map((variable) => variable.name).join(':'), variables };
  }

  #register(variable: Variable): Variable {
    const known = this.#variables.find((other) => other.name === variable.name);
    if (known) return known;
    this.#variables.push(variable);
    return variable;
  }

  #arithmetic(): Expression {
    let left = this.#factors();
    for (;;) {
      if (this.#accept('+')) left = operation('+', left, this.#factors());
      else if (this.#accept('-')) left = operation('-', left, this.#factors());
      else return left;
    }
  }

  #factors(): Expression {
    let left = this.#signed();
    for (;;) {
      if (this.#accept('*')) left = operation('*', left, this.#signed());
      else if (this.#accept('/')) left = operation('/', left, this.#signed());
      else return left;
    }
  }

  #signed(): Expression {
    if (this.#accept('-')) return { kind: 'negative', of: this.#signed() };
    const base = this.#operand();
    return this.#accept('^') ? operation('^', base, this.#signed()) : base;
  }

  #operand(): Expression {
    const token = this.#token;
    if (this.#accept('(')) {
      const of = this.#arithmetic();
      this.#close();
      return { kind: 'parentheses', of };
    }
    if (token.kind === 'number') {
      this.#place++;
      return { kind: 'number', value: Number(token.text) };
    }
    return this.#call();
  }

  /** A column, or a function of columns. */
  #call(): Expression {
    const token = this.#token;
    if (token.kind !== 'name') {
      throw this.#wrong({ nl: 'hier hoort de naam van een kolom', en: 'the name of a column belongs here' });
    }
    this.#place++;
    if (this.#token.text !== '(' || this.#text[token.at] === '`') return { kind: 'column', name: token.text };
    if (!isFunction(token.text)) {
      throw this.#wrong(
        {
          nl: `de functie ${token.text} is er niet; wel ${FUNCTIONS.join(', ')}`,
          en: `there is no function ${token.text}; there are ${FUNCTIONS.join(', ')}`,
        },
        token,
      );
    }
    this.#place++;
    const argument = this.#arithmetic();
    if (token.text === 'factor' && argument.kind !== 'column') {
      throw this.#wrong(
        { nl: 'factor( ) gaat over één kolom', en: 'factor( ) is about one column' },
        this.#tokenAt(token.at),
      );
    }
    this.#close();
    return { kind: 'call', name: token.text, argument };
  }

  get #token(): Token {
    return this.#tokens[this.#place];
  }

  #tokenAt(at: number): Token {
    return this.#tokens.find((token) => token.at === at) ?? this.#token;
  }

  #accept(symbol: string): boolean {
    const found = this.#token.kind === 'symbol' && this.#token.text === symbol;
    if (found) this.#place++;
    return found;
  }

  #expect(symbol: string, why: Text): void {
    if (!this.#accept(symbol)) throw this.#wrong(why);
  }

  #close(): void {
    this.#expect(')', {
      nl: 'hier hoort een haakje sluiten',
      en: 'a closing parenthesis belongs here',
    });
  }

  #wrong(why: Text, token: Token = this.#token): StatisticsError {
    return formulaError(token, why);
  }
}

function plus(left: Part, right: Part): Part {
  return {
    terms: distinct([...left.terms, ...right.terms]),
    random: [...left.random, ...right.random],
    intercept: right.intercept ?? left.intercept,
    at: left.at,
  };
}

const distinct = (terms: readonly Term[]): readonly Term[] => [
  ...new Map(terms.map((term) => [term.name, term])).values(),
];

const operation = (operator: Operator, left: Expression, right: Expression): Expression => ({
  kind: 'operation',
  operator,
  left,
  right,
});

const inOrder = (terms: readonly Term[]): readonly Term[] =>
  terms.toSorted((a, b) => a.variables.length - b.variables.length);
