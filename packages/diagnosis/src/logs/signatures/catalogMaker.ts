import { TROUBLE_WORDS } from '../troubleWords';
import { Signature } from './Signature';
import { SignatureCatalog } from './SignatureCatalog';

/**
 * Makes catalogs of the engine's own signatures and those of a configuration, each once and when it is needed: to build
 * one takes longer than to read a short log.
 */
export function catalogMaker(builtIn: readonly Signature[]): (own?: readonly Signature[]) => SignatureCatalog {
  let plain: SignatureCatalog | undefined;
  const made = new WeakMap<readonly Signature[], SignatureCatalog>();
  return own => {
    if (!own || own.length === 0) return (plain ??= new SignatureCatalog(builtIn, TROUBLE_WORDS));
    let catalog = made.get(own);
    if (!catalog) {
      catalog = new SignatureCatalog([...own, ...builtIn], TROUBLE_WORDS);
      made.set(own, catalog);
    }
    return catalog;
  };
}
