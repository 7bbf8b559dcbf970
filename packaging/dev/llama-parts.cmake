# Read by CMake at llama-cpp-python's own project() call (CMAKE_PROJECT_llama_cpp_INCLUDE).
# Its CMakeLists.txt forces LLAMA_BUILD_COMMON on in the cache; nothing in the Python package uses
# that library (chat parsers, HTTP client, downloader). A plain variable wins over the cache
# (policy CMP0126), so a fifth of the build and all of its network code stay out.
set(LLAMA_BUILD_COMMON OFF)
