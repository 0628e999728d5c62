export const WATCH_FR = {};
