// The numbers of the discovery engine, by what they are about. Pure.
import type { Policies, PolicyNumber, PolicyView } from '@meadow/api'

export const numberGroups = {
    page: ['follow_tie', 'social_tie', 'product_tie', 'nearby_tie', 'pick_tie', 'factor_tie', 'search_tie', 'search_near_tie', 'diversity_window', 'repeated_topic', 'repeated_product', 'sold_out', 'follow_days', 'fine_candidates', 'heads_most', 'usual_hide', 'hide_cost'],
    guarantee: ['exploration', 'most_exploration', 'first_pool', 'least_first_pool', 'most_first_pool', 'guarantee_hours', 'first_trial_slot', 'random_slots'],
    climbing: ['pool_growth', 'pools', 'second_chance', 'hope', 'last_hope', 'bar'],
    acts: ['like', 'collect', 'comment', 'share', 'follow', 'cart', 'order', 'read', 'read_seconds'],
    appeal: ['clicks_strength', 'engagement_strength', 'author_strength', 'author_least', 'author_most'],
    expectation: ['base_rate', 'base_strength', 'slot_strength', 'viewer_strength', 'topic_strength', 'match_strength', 'age_strength', 'stranger_match', 'near_taste', 'far_taste', 'taste_strength', 'half_life_hours', 'memory'],
    ranking: ['settle_seconds', 'refresh_changes', 'refresh_seconds', 'rerank_seconds', 'reweigh_seconds', 'ranked_per_topic', 'merged_topics', 'suggestions', 'candidates', 'per_author', 'seen_days', 'search_days', 'memory_mb', 'weigh_hours', 'brush_allowance'],
    honesty: ['surprise', 'likes_per_view', 'likes_from_outside', 'least_collects', 'collects_per_like', 'many_likes', 'comments_per_like', 'least_unserved', 'unserved_share', 'boxes_shared', 'boxes_usual', 'alike_people', 'alike_crowds', 'follows_from_outside', 'follows_per_view', 'follows_of_usual', 'ring_orders', 'least_paid_back', 'paid_back_share', 'discount'],
} as const
export type NumberGroup = keyof typeof numberGroups
export const groupNames = Object.keys(numberGroups) as NumberGroup[]
// Only how a page is put together can differ between readers; the ladder, which belongs to the notes, is one.
export const triable: readonly string[] = numberGroups.page
export const share = 'readers_share'

// Every number as a version has it.
export function valuesOf(policies: Policies, view: PolicyView | undefined): Map<string, number> {
    const values = new Map(policies.shipped.map((one) => [one.name, one.value]))
    for (const one of view?.numbers ?? []) values.set(one.name, one.value)
    return values
}
export function versionOf(policies: Policies, version: number | undefined): PolicyView | undefined {
    return policies.items.find((one) => one.version === version)
}
// What a version changed against the one before it; the share of the readers is told apart.
export function changesOf(policies: Policies, view: PolicyView): (PolicyNumber & { before: number })[] {
    const before = valuesOf(policies, versionOf(policies, view.version - 1))
    return [...valuesOf(policies, view)].flatMap(([name, value]) => (name === share || before.get(name) === value ? [] : [{ name, value, before: before.get(name) ?? 0 }]))
}
// What must be said to leave a trial: versions build on each other, so its numbers are set back one by one.
export function wayBack(policies: Policies): PolicyNumber[] {
    const newest = valuesOf(policies, policies.items[0])
    const force = valuesOf(policies, versionOf(policies, policies.in_force))
    const changed = [...force].filter(([name, value]) => name !== share && newest.get(name) !== value).map(([name, value]) => ({ name, value }))
    return changed.length > 0 ? changed : [{ name: share, value: 1 }]
}
