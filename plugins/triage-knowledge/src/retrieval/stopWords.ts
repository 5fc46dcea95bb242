/**
 * Words that say nothing about a failure. "not", "no", "back" and "off" are kept: "not found", "no space left",
 * "back-off".
 */
export const STOP_WORDS: ReadonlySet<string> = words(`
  a about above after again all also am an and any anybody anyone anything are as at be because been before being below
  between both but by can cannot could did do does doing don during each either else ever every everybody everyone for
  from further get gets getting give go goes going got had has have having he help her here hers hey hello hi him his
  how i if in into is isn it its itself just know let like ll many may me might mine more most much must my myself need
  of on once one only or other our ours ourselves out over own please re really s same say says see shall she should
  since so some somebody someone something still such t tell than thank thanks that the their theirs them then there
  these they thing things think this those through to today too try trying under until up us use used using ve very via
  want was we well were what when where which while who whom whose why will with won would yes yet you your yours
  yourself
`);

/**
 * Everyday words. A runbook has them by chance ("leave nodeSelector as it is"), so on their own they must not make an
 * off-topic question look like one about a failure. They count, but little.
 */
export const EVERYDAY_WORDS: ReadonlySet<string> = words(`
  afternoon ago ahead along already always another answer around ask away bad become begin best better big bit book bring
  buy call car care carry case cause change choose claim clean clear close code come company copy correct cost day decide
  early easy end enough evening exact explain fact family far fast feel few fill find finish first five follow forget
  form four free friend full game general gone good great group grow guess half hand happen happy hard head hear hold
  home hope hour house idea important instead keep kind large last late later learn leave left less letter life line
  list little live local long look lose lot love machine main make mean meet meeting mind minute money month morning
  move music name near never new next nice night nobody none nothing now number office often ok old open order page
  paper part party pay people person picture place plan play point possible price problem profile put question quick
  quite rather read ready recommend remember repeat rest return right room round rule run sale school second seem sell
  send sentence set several short show side simple small soon sort sound speak spell stand station start stay step
  stop story street sure table take talk team ten test three time together tomorrow top town train travel trip true turn
  two understand usual value view wait walk watch water way week weekend whole win wish word work world worse write
  wrong year yesterday young
`);

function words(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/));
}
