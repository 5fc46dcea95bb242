import { LOG_SIGNATURES } from '.';
import { catalogMaker } from './catalogMaker';

/** The catalog that log lines are judged by: the engine's signatures, after those of a configuration. */
export const logCatalog = catalogMaker(LOG_SIGNATURES);
