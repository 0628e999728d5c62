import { together } from './groups.ts';

await together('package');
