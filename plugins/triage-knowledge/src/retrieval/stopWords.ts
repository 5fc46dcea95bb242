/**
 * Words that say nothing about a failure. "not", "no", "back" and "off" are kept: "not found", "no space left",
 * "back-off".
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above after again all also am an and any anybody anyone anything are as at be because been before being ' +
    'below between both but by can could did do does doing don during each either else ever every for from further ' +
    'get gets getting give go goes going got had has have having he help her here hers hey hello hi him his how i if ' +
    'in into is isn it its itself just know let like ll many may me might mine more most much must my myself need ' +
    'of on once one only or other our ours ourselves out over own please re really s same say says see shall she ' +
    'should since so some somebody someone something still such t tell than thank thanks that the their theirs them ' +
    'then there these they thing things think this those through to today too try trying under until up us use used ' +
    'using ve very via want was we well were what when where which while who whom whose why will with won would yes ' +
    'yet you your yours yourself'
  ).split(' '),
);
