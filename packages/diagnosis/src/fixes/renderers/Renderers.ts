import { ActionOf, FixAction } from '../FixAction';
import { Rendered } from '../kubectl';

/** One renderer for each type of fix. `undefined`: a name or value is not of its form, so there is no such fix. */
export type Renderers<T extends FixAction['type']> = { [K in T]: (action: ActionOf<K>) => Rendered | undefined };
