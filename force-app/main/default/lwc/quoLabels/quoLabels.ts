/** Every visible word, by area, and how its placeholders are filled. The platform gives the user's language. */
export { timeline } from './timeline';
export { filters } from './filters';
export { outcomes } from './outcomes';
export { errors } from './errors';
export { recording } from './recording';
export { transcript } from './transcript';
export { photo } from './photo';
export { rowActions } from './rowActions';
export { calling } from './calling';
export { sona } from './sona';
export { lookup } from './lookup';
export { unmatched } from './unmatched';
export { setup } from './setup';
export { welcome } from './welcome';
export { leftOut } from './leftOut';
export { fillLabel, fillPlural, joinList } from './fillLabel';
