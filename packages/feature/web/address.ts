type Segment<Path extends string> = Path extends `${infer First}/${infer Rest}`
  ? First | Segment<Rest>
  : Path;
type Named<Of extends string> = Of extends `:${infer Name}` ? Name : never;
type Optional<Name extends string> = Name extends `${infer Bare}?` ? Bare : never;
type Needed<Name extends string> = Name extends `${string}?` ? never : Name;

/** The parameters in a path, by name: `{ team, session }` of '/team/:team/sessions/:session'; `:code?` may be left out. */
export type Params<Path extends string> = {
  readonly [Name in Needed<Named<Segment<Path>>>]: string;
} & {
  readonly [Name in Optional<Named<Segment<Path>>>]?: string | undefined;
};

/** Where a page is: the path by which it is found, and the way there. */
export type Address<Path extends string = string> = {
  readonly path: Path;
  /** For `<Link>`, `<Redirect>` and `navigate`. */
  readonly to: (...params: Path extends `${string}:${string}` ? [Params<Path>] : []) => string;
};

/** The one place where a page's path is stated: who shows it and who leads to it both read it here. */
export const address = <const Path extends string>(path: Path): Address<Path> => ({
  path,
  to: (...params) => {
    const given = new Map(Object.entries<string | undefined>({ ...params[0] }));
    const filled = path.replace(/\/:(\w+)\??/g, (_, name: string) => {
      const value = given.get(name);
      return value === undefined ? '' : `/${encodeURIComponent(value)}`;
    });
    return filled || '/';
  },
});
