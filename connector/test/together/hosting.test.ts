import { together } from './groups.ts';

await together('hosting');
