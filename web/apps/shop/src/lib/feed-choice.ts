// Counts how often this person decided anew how their feed is made, so that a feed kept in memory knows when it is out of date.
import { ref } from 'vue'

export const chosenAnew = ref(0)
