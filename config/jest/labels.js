import * as quoLabels from 'c/quoLabels';
/** The labels of an area, in the language of the run. */
export const labelsFor = (area) => quoLabels[area];
