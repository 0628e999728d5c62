import * as quoLabels from 'c/quoLabels';

/** The labels of an area, in the language of the run. */
export function labelsFor<Area extends keyof typeof quoLabels>(area: Area): (typeof quoLabels)[Area] {
    return quoLabels[area];
}
