# cython: cdivision=True, boundscheck=False, wraparound=False
"""Casts rays at spheres and planes: structs of vectors, a tagged union of shapes, shading, points in polygons."""
import numpy as np

from libc.math cimport INFINITY, fabs, pow, sqrt
from libc.stdlib cimport calloc, free


cdef struct Vec:
    double x
    double y
    double z


cdef struct Sphere:
    Vec centre
    double radius


cdef struct Plane:
    Vec normal
    double offset


cdef union Form:
    Sphere sphere
    Plane plane


cdef enum Kind:
    SPHERE
    PLANE


cdef struct Shape:
    Kind kind
    Form form
    double albedo
    double mirror


cdef struct Hit:
    double t
    Vec point
    Vec normal
    const Shape* shape


cdef inline Vec vec(double x, double y, double z) noexcept nogil:
    cdef Vec v
    v.x = x
    v.y = y
    v.z = z
    return v


cdef inline Vec add(Vec a, Vec b) noexcept nogil:
    return vec(a.x + b.x, a.y + b.y, a.z + b.z)


cdef inline Vec sub(Vec a, Vec b) noexcept nogil:
    return vec(a.x - b.x, a.y - b.y, a.z - b.z)


cdef inline Vec mul(Vec a, double s) noexcept nogil:
    return vec(a.x * s, a.y * s, a.z * s)


cdef inline double dot(Vec a, Vec b) noexcept nogil:
    return a.x * b.x + a.y * b.y + a.z * b.z


cdef inline Vec unit(Vec a) noexcept nogil:
    cdef double n = sqrt(dot(a, a))
    return mul(a, 1 / n) if n > 0 else a


cdef double hit_sphere(const Sphere* s, Vec origin, Vec direction) noexcept nogil:
    cdef Vec to = sub(origin, s.centre)
    cdef double b = dot(to, direction), c = dot(to, to) - s.radius * s.radius
    cdef double d = b * b - c, t
    if d < 0:
        return INFINITY
    d = sqrt(d)
    t = -b - d
    if t > 1e-6:
        return t
    t = -b + d
    return t if t > 1e-6 else INFINITY


cdef double hit_plane(const Plane* p, Vec origin, Vec direction) noexcept nogil:
    cdef double along = dot(p.normal, direction), t
    if fabs(along) < 1e-12:
        return INFINITY
    t = (p.offset - dot(p.normal, origin)) / along
    return t if t > 1e-6 else INFINITY


cdef bint cast(const Shape* shapes, Py_ssize_t n, Vec origin, Vec direction, Hit* hit) noexcept nogil:
    cdef Py_ssize_t i
    cdef double t
    hit.t = INFINITY
    hit.shape = NULL
    for i in range(n):
        if shapes[i].kind == SPHERE:
            t = hit_sphere(&shapes[i].form.sphere, origin, direction)
        else:
            t = hit_plane(&shapes[i].form.plane, origin, direction)
        if t < hit.t:
            hit.t = t
            hit.shape = &shapes[i]
    if hit.shape is NULL:
        return False
    hit.point = add(origin, mul(direction, hit.t))
    if hit.shape.kind == SPHERE:
        hit.normal = unit(sub(hit.point, hit.shape.form.sphere.centre))
    else:
        hit.normal = hit.shape.form.plane.normal
    if dot(hit.normal, direction) > 0:
        hit.normal = mul(hit.normal, -1)
    return True


cdef double shade(const Shape* shapes, Py_ssize_t n, Vec origin, Vec direction, Vec light, int depth) noexcept nogil:
    cdef Hit hit
    cdef Hit shadow
    cdef Vec to_light, reflected
    cdef double value, cosine
    if not cast(shapes, n, origin, direction, &hit):
        return 0.05
    to_light = unit(sub(light, hit.point))
    cosine = dot(hit.normal, to_light)
    value = 0.1
    if cosine > 0 and not cast(shapes, n, add(hit.point, mul(hit.normal, 1e-4)), to_light, &shadow):
        value += hit.shape.albedo * cosine
    if hit.shape.mirror > 0 and depth > 0:
        reflected = sub(direction, mul(hit.normal, 2 * dot(direction, hit.normal)))
        value = (1 - hit.shape.mirror) * value + hit.shape.mirror * shade(shapes, n, hit.point, reflected, light, depth - 1)
    return value


cdef int read_shape(dict d, Shape* shape) except -1:
    kind = d["kind"]
    shape.albedo = d.get("albedo", 0.8)
    shape.mirror = d.get("mirror", 0)
    if kind == "sphere":
        shape.kind = SPHERE
        x, y, z = d["centre"]
        shape.form.sphere.centre = vec(x, y, z)
        shape.form.sphere.radius = d["radius"]
    elif kind == "plane":
        shape.kind = PLANE
        x, y, z = d["normal"]
        shape.form.plane.normal = unit(vec(x, y, z))
        shape.form.plane.offset = d["offset"]
    else:
        raise ValueError(f"no shape of kind {kind!r}")
    return 0


def render(list scene, Py_ssize_t height, Py_ssize_t width, int depth=2):
    """The picture of a scene, brightness a pixel."""
    cdef Py_ssize_t n = len(scene), i, r, c
    cdef Shape* shapes = <Shape*>calloc(n if n else 1, sizeof(Shape))
    cdef Vec light = vec(5, 8, -5), direction
    out = np.zeros((height, width))
    cdef double[:, ::1] picture = out
    if shapes is NULL:
        raise MemoryError()
    try:
        for i in range(n):
            read_shape(scene[i], &shapes[i])
        with nogil:
            for r in range(height):
                for c in range(width):
                    direction = unit(vec((c + 0.5) / width - 0.5, 0.5 - (r + 0.5) / height, 1))
                    picture[r, c] = shade(shapes, n, vec(0, 0, 0), direction, light, depth)
    finally:
        free(shapes)
    return out


def distance_to(dict shape, direction):
    cdef Shape s
    cdef Hit hit
    x, y, z = direction
    read_shape(shape, &s)
    if not cast(&s, 1, vec(0, 0, 0), unit(vec(x, y, z)), &hit):
        return None
    return hit.t, hit.point, hit.normal


cdef bint point_in_polygon(const double* xp, const double* yp, Py_ssize_t n, double x, double y) noexcept nogil:
    cdef Py_ssize_t i, j = n - 1
    cdef bint c = 0
    for i in range(n):
        if ((yp[i] <= y < yp[j]) or (yp[j] <= y < yp[i])) and x < (xp[j] - xp[i]) * (y - yp[i]) / (yp[j] - yp[i]) + xp[i]:
            c = not c
        j = i
    return c


def points_in_polygon(const double[::1] xp, const double[::1] yp, const double[:, :] points):
    out = np.zeros(points.shape[0], dtype=bool)
    cdef unsigned char[::1] inside = out.view(np.uint8)
    cdef Py_ssize_t i
    if xp.shape[0] != yp.shape[0] or xp.shape[0] < 3:
        raise ValueError("a polygon has at least three corners")
    with nogil:
        for i in range(points.shape[0]):
            inside[i] = point_in_polygon(&xp[0], &yp[0], xp.shape[0], points[i, 0], points[i, 1])
    return out

# --- calls
render([{"kind": "sphere", "centre": (0, 0, 4), "radius": 1}, {"kind": "plane", "normal": (0, 1, 0), "offset": -1, "mirror": 0.5}], 6, 8)
render([{"kind": "sphere", "centre": (0.5, 0, 3), "radius": 1, "mirror": 0.3}, {"kind": "sphere", "centre": (-1, 0, 4), "radius": 1.5}], 5, 5, 4)
render([], 1, 2)
render([{"kind": "cube"}], 1, 1)
render([{"kind": "sphere"}], 1, 1)
distance_to({"kind": "sphere", "centre": (0, 0, 4), "radius": 1}, (0, 0.1, 1))
distance_to({"kind": "sphere", "centre": (0, 0, 4), "radius": 1}, (0, 1, 0))
distance_to({"kind": "plane", "normal": (0, 0, 2), "offset": 3}, (1, 1, 1))
points_in_polygon(np.array([0.0, 4, 4, 0]), np.array([0.0, 0, 3, 3]), np.array([[1.0, 1], [5, 1], [4, 3], [0, 0]]))
points_in_polygon(np.array([0.0, 4]), np.array([0.0, 0]), f8(1, 2))
