/** What a row of the timeline shows, read from what the org answers. Pure: no clock, no locale, no wire. */
export type { SonaNode, TaskNode } from './nodes';
export type { Row } from './row';
export { rowFromTask } from './fromTask';
export { rowFromSonaCall } from './fromSonaCall';
export { mergeSonaCalls } from './mergeSonaCalls';
export { matchesSearch, searchableText } from './search';
