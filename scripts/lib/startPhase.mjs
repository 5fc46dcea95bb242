/**
 * Tells on stderr what is going on: on a terminal one line that keeps the time, elsewhere one line a step.
 */
export function startPhase(title) {
  const began = Date.now();
  const live = process.stderr.isTTY;
  let current = '';
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  const draw = () => process.stderr.write(`\r\x1b[K${title}${current && `: ${current}`} … ${seconds()}`);
  const timer = live ? setInterval(draw, 1000) : undefined;
  timer?.unref();
  if (live) draw();
  else process.stderr.write(`${title} …\n`);
  return {
    step(name) {
      current = name;
      if (live) draw();
      else process.stderr.write(`  ${name} (${seconds()})\n`);
    },
    end(result) {
      clearInterval(timer);
      process.stderr.write(live ? `\r\x1b[K${title}: ${result}, ${seconds()}\n` : `  ${result}, ${seconds()}\n`);
    },
  };
}
