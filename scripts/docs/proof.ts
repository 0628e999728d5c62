/** `npm run docs:proof`: writes what the simulated org answers to each point of the proof into the proof's README. */
import { readFileSync, writeFileSync } from 'node:fs';
import { markdown } from '../prove/table.ts';
import { proveSimulated } from '../prove/simulated.ts';

const README = new URL('../prove/README.md', import.meta.url);
const PLACE = /(<!-- proof: [^\n]* -->\n\n)[^]*?(<!-- \/proof -->)/;

writeFileSync(README, readFileSync(README, 'utf8').replace(PLACE, `$1${markdown(await proveSimulated())}\n\n$2`));
