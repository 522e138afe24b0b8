export type CodeObject = { readonly name: string };
