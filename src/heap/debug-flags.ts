/** The flags of gc.set_debug (gcmodule.c). DEBUG_LEAK is the last three together. */
export const DEBUG_STATS = 1;
export const DEBUG_COLLECTABLE = 2;
export const DEBUG_UNCOLLECTABLE = 4;
export const DEBUG_SAVEALL = 32;
