"use strict";
/** Imported first, before any component reads its permissions: the user lacks Quo_Use. */
deniedPermissions.add('Quo_Use');
