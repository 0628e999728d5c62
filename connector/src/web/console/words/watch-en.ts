export const WATCH_EN = {};
