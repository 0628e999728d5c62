export interface AllowanceStore {
    /** Takes `calls` from the day's budget before they are made. @returns false when the budget has not that many left */
    reserve(connection: string, calls: number, budget: number): Promise<boolean>;
    /** API calls that we made in the last 24 hours. */
    used(connection: string): Promise<number>;
}
