declare const given: unique symbol;

/**
 * Who may come in, as an endpoint says it. `of` names the kind of access; what a kind needs to know (a capability) stands
 * beside it. `Given` is what the kind hands to the implementation of whoever it lets in; it is a type only.
 * How each kind finds and admits somebody stands with its feature on the server (`accessKind` in ./server).
 */
export type Access<Given extends object = object> = {
  readonly of: string;
  readonly [given]?: Given;
};

/** What is known of somebody who has come in with this access. */
export type GivenBy<A extends Access> = A extends Access<infer Given> ? Given : never;
