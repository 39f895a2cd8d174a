/**
 * A refusal is a value, not an exception: the product understood the request and says no.
 * Its code has a text in both languages (what is kept, what to do now) and an entry in the errors.md of its feature, or in docs/errors/general.md.
 */
export type Refusal = {
  readonly refused: string;
  readonly detail?: Readonly<Record<string, string | number>>;
};

export type RefusalTexts = Readonly<Record<string, { readonly nl: string; readonly en: string }>>;

export function refuse(code: string, detail?: Refusal['detail']): Refusal {
  return detail ? { refused: code, detail } : { refused: code };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

/** What a person reads when something was refused. A code of a newer server gets the general text. */
export const refusalTextOf =
  (texts: RefusalTexts) =>
  (refusal: Refusal, language: 'nl' | 'en'): string => {
    const text = (texts[refusal.refused] ?? texts['unknown-command'])?.[language] ?? refusal.refused;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(refusal.detail?.[name] ?? whole));
  };
