/**
 * Makes the names that cells declared visible as globals, read only.
 *
 * tslab turns a later cell's use of such a name into a property access, but overlooks the short form `{ name }`, which
 * then finds nothing. Names that the global object has of its own are left alone.
 *
 * @param locals what the cells declared so far
 */
export function exposeLocals(locals: Record<string, unknown>): void {
  for (const name of Object.keys(locals)) {
    if (name in globalThis) continue;
    Object.defineProperty(globalThis, name, {
      configurable: true,
      enumerable: false,
      get: () => locals[name],
    });
  }
}
