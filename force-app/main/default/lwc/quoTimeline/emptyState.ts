import { fillLabel, timeline as labels } from 'c/quoLabels';

/** What stands where no row is. */
export interface EmptyState {
    readonly title: string;
    readonly remedy: string;
    /** Empty when there is nothing to press. */
    readonly action: string;
}

/**
 * @param search what was typed, without spaces around it
 * @param isFiltered whether a filter narrows the list
 * @param isRecord false on app and home pages
 */
export function emptyStateOf(search: string, isFiltered: boolean, isRecord: boolean): EmptyState {
    if (search) return { title: fillLabel(labels.emptySearch, search), remedy: labels.emptySearchRemedy, action: '' };
    if (isFiltered) {
        return { title: labels.emptyFiltered, remedy: labels.emptyFilteredRemedy, action: labels.clearFilters };
    }
    return { title: labels.emptyTitle, remedy: isRecord ? labels.emptyRemedy : labels.emptyPageRemedy, action: '' };
}
