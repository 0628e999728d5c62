export const CHOOSE_EN = {};
