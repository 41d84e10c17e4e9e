# What every target shares, and the three words the build files are written in: floor(), app_module(), meadow_test().
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS ON) # statement expressions, for TRY
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_SOURCE_DIR}/tools/compile ${CMAKE_SOURCE_DIR})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-Wall -Wextra -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Werror=return-type -Werror=switch
                    -fno-omit-frame-pointer -fstack-protector-strong -D_GLIBCXX_ASSERTIONS -pthread)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ means members that a designated initialiser leaves to their defaults, and the `if` inside GoogleTest's own macros.
  add_compile_options(-Wno-missing-field-initializers -Wno-dangling-else)
endif()
add_compile_definitions(BOOST_ASIO_NO_DEPRECATED BOOST_ASIO_DISABLE_BOOST_COROUTINE)
if(MEADOW_SANITIZE)
  add_compile_options(-fsanitize=${MEADOW_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${MEADOW_SANITIZE})
endif()
string(REPLACE "-DNDEBUG" "" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}") # a bug is an assertion, always

# precompiled(target headers…): compiles these headers once for the target. precompiled(target AS other): and here the same ones.
# Only with clang: every header must still stand alone, and the build with g++, which has none of this, is what watches over that.
function(precompiled target)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    return()
  endif()
  if(ARGV1 STREQUAL "AS")
    target_precompile_headers(${target} REUSE_FROM ${ARGV2})
  else()
    target_precompile_headers(${target} PRIVATE ${ARGN})
    target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
  endif()
endfunction()
set(CMAKE_PCH_INSTANTIATE_TEMPLATES ON)

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
option(MEADOW_TESTS "Build the tests and the benchmarks beside the server" ON)
if(MEADOW_TESTS)
  find_package(GTest REQUIRED)
  # For builds that want tests and nothing else:
  add_custom_target(unit_tests)     # every meadow_test() binary
  add_custom_target(floor_tests)    # those of floors 0 and 1
  add_custom_target(threaded_tests) # those of code that shares memory between threads
endif()

# The sources of a folder: tests (*_test.cpp) and everything else.
function(meadow_sources dir out_code out_tests)
  file(GLOB_RECURSE all CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} ${dir}/*.cpp)
  set(tests ${all})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER all EXCLUDE REGEX "_test\\.cpp$")
  set(${out_code} ${all} PARENT_SCOPE)
  set(${out_tests} ${tests} PARENT_SCOPE)
endfunction()

# The schema/ folder of a floor or module, embedded: sets `out` to the generated source, or to nothing.
function(embed_schema name dir out)
  file(GLOB schema CONFIGURE_DEPENDS ${dir}/schema/*.sql)
  set(${out} "" PARENT_SCOPE)
  if(schema)
    set(embedded ${CMAKE_BINARY_DIR}/generated/${name}_schema.cpp)
    add_custom_command(OUTPUT ${embedded}
      COMMAND ${CMAKE_COMMAND} -DMODULE=${name} -DOUT=${embedded} "-DFILES=${schema}" -P ${CMAKE_SOURCE_DIR}/cmake/embed_schema.cmake
      DEPENDS ${schema} ${CMAKE_SOURCE_DIR}/cmake/embed_schema.cmake VERBATIM)
    set(${out} ${embedded} PARENT_SCOPE)
  endif()
endfunction()

# floor(http USES base jobs LINK libs…): one library of floor 0 or 1 in the folder of that name, and its tests.
function(floor name)
  cmake_parse_arguments(ARG "" "" "USES;LINK" ${ARGN})
  meadow_sources(${name} code tests)
  if(NOT code)
    message(STATUS "floor ${name} has no sources yet")
    add_library(meadow_${name} INTERFACE)
    return()
  endif()
  embed_schema(${name} ${CMAKE_CURRENT_SOURCE_DIR}/${name} embedded)
  add_library(meadow_${name} STATIC ${code} ${embedded})
  target_include_directories(meadow_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  list(TRANSFORM ARG_USES PREPEND meadow_)
  target_link_libraries(meadow_${name} PUBLIC ${ARG_USES} PRIVATE ${ARG_LINK} Threads::Threads)
  if(name STREQUAL "base")
    precompiled(meadow_base <algorithm> <chrono> <functional> <map> <memory> <mutex> <optional> <string> <string_view> <unordered_map>
                            <vector> <base/describe.hpp>)
  else()
    precompiled(meadow_${name} AS meadow_base)
  endif()
  if(tests)
    meadow_test(${name} SOURCES ${tests} LINK meadow_${name})
    if(MEADOW_TESTS)
      set_property(TEST ${name} APPEND PROPERTY LABELS floor)
      add_dependencies(floor_tests test_${name})
    endif()
  endif()
endfunction()

# embed_text(text seed_words path): `meadow::lang::seed_words` is the text of the file, in the library of that floor.
function(embed_text floor name file)
  set(out ${CMAKE_BINARY_DIR}/generated/${floor}_${name}.cpp)
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DNAMESPACE=meadow::lang -DNAME=${name} -DFILE=${file} -DOUT=${out} -P ${CMAKE_SOURCE_DIR}/cmake/embed_text.cmake
    DEPENDS ${file} ${CMAKE_SOURCE_DIR}/cmake/embed_text.cmake VERBATIM)
  target_sources(meadow_${floor} PRIVATE ${out})
endfunction()

# app_module(trading CALLS identity catalog LINK libs…): one module of floor 2. tests/tidy checks the includes against CALLS.
function(app_module name)
  cmake_parse_arguments(ARG "" "" "CALLS;LINK" ${ARGN})
  meadow_sources(. code tests)
  embed_schema(${name} ${CMAKE_CURRENT_SOURCE_DIR} embedded)
  add_library(meadow_${name} STATIC ${code} ${embedded})
  target_include_directories(meadow_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  list(TRANSFORM ARG_CALLS PREPEND meadow_)
  target_link_libraries(meadow_${name} PUBLIC meadow_http meadow_jobs meadow_blobs meadow_text ${ARG_CALLS} PRIVATE ${ARG_LINK})
  list(GET MODULE_LINE 0 first)
  if(name STREQUAL first)
    precompiled(meadow_${first} <algorithm> <array> <map> <optional> <set> <string> <vector>
                                <http/router.hpp> <http/tokens.hpp> <jobs/context.hpp> <jobs/errands.hpp> <db/tx.hpp> <base/page.hpp>)
  else()
    precompiled(meadow_${name} AS meadow_${first})
  endif()
  if(tests)
    meadow_test(${name} SOURCES ${tests} LINK meadow_testing)
  endif()
endfunction()

# meadow_test(name SOURCES … LINK …): one gtest binary, one ctest entry labelled `unit`. Nothing when MEADOW_TESTS is off.
function(meadow_test name)
  if(NOT MEADOW_TESTS)
    return()
  endif()
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(test_${name} ${ARG_SOURCES})
  target_link_libraries(test_${name} PRIVATE ${ARG_LINK} GTest::gtest GTest::gtest_main)
  add_test(NAME ${name} COMMAND test_${name} --gtest_brief=1 WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES TIMEOUT 600 LABELS unit)
  add_dependencies(unit_tests test_${name})
  if("meadow_testing" IN_LIST ARG_LINK AND NOT MEADOW_SANITIZE)
    # Whoever lives in a Town does so on PostgreSQL, too.
    add_test(NAME ${name}_postgres WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} COMMAND sh -c
      "[ -n \"$MEADOW_TEST_POSTGRES\" ] || { echo 'skipped: MEADOW_TEST_POSTGRES names no PostgreSQL server'; exit 77; }
       exec $<TARGET_FILE:test_${name}> --gtest_brief=1")
    set_tests_properties(${name}_postgres PROPERTIES TIMEOUT 600 LABELS postgres SKIP_RETURN_CODE 77
                         ENVIRONMENT MEADOW_TOWN=postgres)
  endif()
endfunction()

# threaded(db jobs …): these tests share memory between threads; ./check --long runs them with the thread sanitizer.
function(threaded)
  if(NOT MEADOW_TESTS)
    return()
  endif()
  foreach(name IN LISTS ARGN)
    set_property(TEST ${name} APPEND PROPERTY LABELS threaded)
    add_dependencies(threaded_tests test_${name})
  endforeach()
endfunction()
