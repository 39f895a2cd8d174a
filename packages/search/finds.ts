/** One thing that can be found: what it says, and where it stands. */
export type Findable = {
  /** Of the record; a page has its path. */
  readonly id: string;
  readonly text: string;
  /** The address that leads to it. */
  readonly to: string;
};

export type FindingIn = {
  readonly team: string;
  readonly language: 'nl' | 'en';
};

/** What a feature lets people find, of one kind; `of` is asked on the state that this device may read anyway. */
export type Finds = {
  readonly kind: string;
  readonly title: { readonly nl: string; readonly en: string };
  readonly of: (state: never, at: FindingIn) => readonly Findable[];
};
