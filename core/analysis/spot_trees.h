#pragma once

#include <algorithm>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace tiermap {

// What density clusters are found with: places in boxes within boxes.

/// All distances come from here. It is monotone in both after rounding, so that what holds for boxes holds for places.
inline double square(double dx, double dy) { return dx * dx + dy * dy; }

struct Spot {
    double x = 0;
    double y = 0;
    int place = 0;
    bool core = false;
};

struct Box {
    double west = std::numeric_limits<double>::infinity();
    double south = west;
    double east = -west;
    double north = -west;

    void add(const Spot& spot) {
        west = std::min(west, spot.x);
        south = std::min(south, spot.y);
        east = std::max(east, spot.x);
        north = std::max(north, spot.y);
    }
    bool isPoint() const { return west == east && south == north; }
};

inline Box boxOf(const Spot& spot) { return {spot.x, spot.y, spot.x, spot.y}; }

inline double leastSquare(const Box& a, const Box& b) {
    return square(std::max({a.west - b.east, b.west - a.east, 0.0}),
                  std::max({a.south - b.north, b.south - a.north, 0.0}));
}

inline double greatestSquare(const Box& a, const Box& b) {
    return square(std::max(a.east - b.west, b.east - a.west), std::max(a.north - b.south, b.north - a.south));
}

struct Nearest {
    double square = 0;
    int place = std::numeric_limits<int>::max();
};

/// Trees of boxes, each over a run of the spots, which they put into their own order. A box is halved until it holds
/// few places or is a point, so that a million places at one spot are one leaf.
class SpotTrees {
public:
    explicit SpotTrees(std::vector<Spot> spots)
        : m_spots(std::move(spots)) {}

    std::span<Spot> spots(int first, int last) {
        return std::span(m_spots).subspan(static_cast<size_t>(first), static_cast<size_t>(last - first));
    }

    int growAll() { return grow(0, static_cast<int>(m_spots.size())); }

    int grow(int first, int last) {
        const int root = add(first, last);
        split(root);
        return root;
    }

    /// How many places of the tree are within a reach, given as its square; it stops counting from `enough` on.
    int count(int tree, const Spot& of, double reach, int enough) const {
        const Node& node = at(tree);
        if (leastSquare(node.box, boxOf(of)) > reach) {
            return 0;
        }
        if (greatestSquare(node.box, boxOf(of)) <= reach) {
            return node.last - node.first;
        }
        if (node.child >= 0) {
            const int half = count(node.child, of, reach, enough);
            return half >= enough ? half : half + count(node.child + 1, of, reach, enough - half);
        }
        return static_cast<int>(std::ranges::count_if(
            spotsOf(node), [&](const Spot& spot) { return square(spot.x - of.x, spot.y - of.y) <= reach; }));
    }

    /// Whether some place of one tree is within reach of some of the other.
    bool meet(int one, int other, double reach) const {
        const Node& a = at(one);
        const Node& b = at(other);
        if (leastSquare(a.box, b.box) > reach) {
            return false;
        }
        if (greatestSquare(a.box, b.box) <= reach) {
            return true;
        }
        if (a.child < 0 && b.child < 0) {
            return std::ranges::any_of(spotsOf(a), [&](const Spot& s) { return count(other, s, reach, 1) > 0; });
        }
        if (b.child < 0 || (a.child >= 0 && a.last - a.first > b.last - b.first)) {
            return meet(a.child, other, reach) || meet(a.child + 1, other, reach);
        }
        return meet(one, b.child, reach) || meet(one, b.child + 1, reach);
    }

    /// Whether the tree has a place nearer than the best so far, or as near and before it: that is then the best.
    bool findNearer(int tree, const Spot& to, Nearest& best) const {
        const Node& node = at(tree);
        if (leastSquare(node.box, boxOf(to)) > best.square) {
            return false;
        }
        if (node.child >= 0) {
            const bool first = findNearer(node.child, to, best);
            return findNearer(node.child + 1, to, best) || first;
        }
        bool found = false;
        for (const Spot& spot : node.box.isPoint() ? spotsOf(node).first(1) : spotsOf(node)) {
            const Nearest here{.square = square(spot.x - to.x, spot.y - to.y), .place = spot.place};
            if (here.square < best.square || (here.square == best.square && here.place < best.place)) {
                best = here;
                found = true;
            }
        }
        return found;
    }

    /// Adds the squares of the distances to the nearest places, `of` itself among them: a heap of at most `most`.
    void addNearest(int tree, const Spot& of, size_t most, std::vector<double>& heap) const {
        const Node& node = at(tree);
        const auto isFar = [&](double least) { return heap.size() == most && least >= heap.front(); };
        if (node.child >= 0) {
            const double one = leastSquare(at(node.child).box, boxOf(of));
            const double other = leastSquare(at(node.child + 1).box, boxOf(of));
            const int nearer = one <= other ? 0 : 1;
            for (const int half : {nearer, 1 - nearer}) {
                if (!isFar(half == 0 ? one : other)) {
                    addNearest(node.child + half, of, most, heap);
                }
            }
            return;
        }
        const double least = leastSquare(node.box, boxOf(of));
        for (const Spot& spot : spotsOf(node)) {
            if (isFar(least)) {
                return;
            }
            const double distance = square(spot.x - of.x, spot.y - of.y);
            if (isFar(distance)) {
                continue;
            }
            if (heap.size() == most) {
                std::ranges::pop_heap(heap);
                heap.pop_back();
            }
            heap.push_back(distance);
            std::ranges::push_heap(heap);
        }
    }

private:
    struct Node {
        Box box;
        int first = 0;
        int last = 0;
        int child = -1; ///< its halves are this node and the next
    };

    const Node& at(int tree) const { return m_nodes[static_cast<size_t>(tree)]; }
    std::span<const Spot> spotsOf(const Node& node) const {
        return std::span(m_spots).subspan(static_cast<size_t>(node.first), static_cast<size_t>(node.last - node.first));
    }

    int add(int first, int last) {
        Node node{.box = {}, .first = first, .last = last};
        for (const Spot& spot : spotsOf(node)) {
            node.box.add(spot);
        }
        m_nodes.push_back(node);
        return static_cast<int>(m_nodes.size()) - 1;
    }

    void split(int tree) {
        const Node node = at(tree);
        const std::span<Spot> all = spots(node.first, node.last);
        if (node.box.isPoint()) { // its first place speaks for all
            std::ranges::iter_swap(all.begin(), std::ranges::min_element(all, {}, &Spot::place));
            return;
        }
        if (node.last - node.first <= leafSize) {
            return;
        }
        const int half = (node.last - node.first) / 2;
        const bool isWide = node.box.east - node.box.west > node.box.north - node.box.south;
        std::ranges::nth_element(all, all.begin() + half, {}, isWide ? &Spot::x : &Spot::y);
        const int child = add(node.first, node.first + half);
        add(node.first + half, node.last);
        m_nodes[static_cast<size_t>(tree)].child = child;
        split(child);
        split(child + 1);
    }

    static constexpr int leafSize = 32; ///< fewer places are looked at one by one

    std::vector<Spot> m_spots;
    std::vector<Node> m_nodes;
};

} // namespace tiermap
